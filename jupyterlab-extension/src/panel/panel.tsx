import { LabIcon, VDomRenderer } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import * as React from 'react';
import { PanelView, type PanelProps } from './panelView';
import type { PanelModel } from './panelModel';
import { describe } from './stateLine';

/** A screen with a pulse: somebody sees what is done here. */
const icon = new LabIcon({
  name: 'cell-monitor:panel',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3" fill="#616161" d="M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-6v2h3v2H7v-2h3v-2H4a2 2 0 0 1-2-2V6c0-1.100.900-2 2-2zm0 2v10h16V6H4zm2 6v-1.500h3.200l1.800-3.500 2.500 6 1.500-2.500h3V12h-2.100l-2.600 4-2.400-5.700-.900 1.700H6z"/>
</svg>`
});

/** The panel in the right sidebar. */
export class Panel extends VDomRenderer<PanelModel> {
  constructor(private readonly props: PanelProps) {
    super(props.model);
    const { trans } = props;
    this.id = 'cell-monitor-panel';
    this.addClass('cm-Panel');
    this.title.icon = icon;
    this.title.caption = trans.__('Cell Monitor');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Cell Monitor'));
    props.model.stateChanged.connect(this.onStateChanged, this);
  }

  protected render(): JSX.Element {
    return <PanelView {...this.props} />;
  }

  protected override onAfterShow(msg: Message): void {
    super.onAfterShow(msg);
    this.props.model.isShown = true;
    void this.props.model.look();
  }

  protected override onAfterHide(msg: Message): void {
    super.onAfterHide(msg);
    this.props.model.isShown = false;
  }

  private onStateChanged(): void {
    const { model, trans } = this.props;
    const [, words] = describe(model, trans);
    this.title.caption = `${trans.__('Cell Monitor')}: ${words}`;
  }
}
