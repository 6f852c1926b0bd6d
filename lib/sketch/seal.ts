/** The portal's mark: peak, stairs and river cut into a cinnabar seal. Readable at 16 pixels; drawn on a grid of 64. */
export function drawMark({ theme }: { theme: 'light' | 'night' }): string {
  const [seal, cut] = theme === 'light' ? ['#b5391f', '#faf6ec'] : ['#d9603f', '#12191d'];
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<path d="M9 3.5Q32 2 55.5 3.8Q60.5 5 60.6 9.5Q62 32 60.2 55Q59.5 60 54.5 60.4Q32 62 9.5 60.5Q4 60 3.7 54.5Q2 32 3.6 9Q4.2 4.2 9 3.5Z" fill="${seal}"/>` +
    `<path d="M11 40h9v-7h9v-7h9v-7h9v-7" fill="none" stroke="${cut}" stroke-width="5" stroke-linecap="square" stroke-linejoin="miter"/>` +
    `<path d="M10 51q5.5-5 11 0t11 0t11 0t11 0" fill="none" stroke="${cut}" stroke-width="4.4" stroke-linecap="round"/>` +
    '</svg>'
  );
}
