import { LabIcon } from '@jupyterlab/ui-components';

/** A raised hand, drawn in the colours of the theme. */
export const helpIcon = new LabIcon({
  name: 'cell-monitor:help',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3" fill="#616161" d="M11 2a1.5 1.5 0 0 1 1.5 1.5V11h.7V4.5a1.5 1.5 0 0 1 3 0V11h.6V6.5a1.5 1.5 0 0 1 3 0V15c0 4-2.900 7-6.900 7-3 0-4.700-1.200-6.200-3.700L3.600 13.200a1.500 1.500 0 0 1 2.500-1.600l1.900 2.500V5a1.500 1.500 0 0 1 1.500-1.500V11h.5V3.500A1.500 1.500 0 0 1 11 2z"/>
</svg>`
});
