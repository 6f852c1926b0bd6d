/** Looks the forms of the desk share. */
export const primaryLook =
  'inline-flex min-h-target cursor-pointer items-center justify-center bg-cinnabar px-5 py-2 font-semibold text-on-cinnabar no-underline';
export const quietLook =
  'inline-flex min-h-target cursor-pointer items-center justify-center border border-rule-strong bg-raised px-4 py-2 text-start text-ink no-underline';
export const panelLook = 'border border-rule bg-raised p-4 sm:p-6';
export const tagLook = 'inline-flex items-center border border-rule-strong px-2 text-sm leading-7 text-soft';
