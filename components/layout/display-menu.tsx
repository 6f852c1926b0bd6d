import { useTranslations } from 'next-intl';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';

const themes = ['', 'light', 'night'] as const;
const contrasts = ['', 'more'] as const;

/** Theme and contrast. The inline settings script keeps the choice; without JavaScript the system's own setting holds. */
export function DisplayMenu() {
  const t = useTranslations('DisplayMenu');
  const choices = [
    {
      setting: 'theme',
      legend: t('theme'),
      options: themes.map((value) => ({ value, label: t(`themes.${value || 'auto'}`) })),
    },
    {
      setting: 'contrast',
      legend: t('contrast'),
      options: contrasts.map((value) => ({ value, label: t(`contrasts.${value || 'normal'}`) })),
    },
  ];
  return (
    <Menu label={t('label')} icon={<Icon name="display" />}>
      <div className="flex flex-col gap-3 p-4">
        {choices.map(({ setting, legend, options }) => (
          <fieldset key={setting}>
            <legend className="text-sm text-soft">{legend}</legend>
            {options.map(({ value, label }) => (
              <label
                key={value}
                className="flex min-h-target cursor-pointer items-center gap-2.5 whitespace-nowrap"
              >
                <input
                  type="radio"
                  name={setting}
                  value={value}
                  data-setting={setting}
                  defaultChecked={value === ''}
                  autoComplete="off"
                  className="size-5 accent-(--cinnabar)"
                />
                {label}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Menu>
  );
}
