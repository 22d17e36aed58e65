import * as React from 'react';

/** A switch with its name and what it does. */
export function Switch(props: {
  label: string;
  caption: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}): JSX.Element {
  const { label, caption, isOn, onChange } = props;
  const id = React.useId();
  return (
    <div className="cm-Setting">
      <div>
        <span id={`${id}-label`} className="cm-Setting-label">
          {label}
        </span>
        <span id={`${id}-caption`} className="cm-Setting-caption">
          {caption}
        </span>
      </div>
      <button
        type="button"
        role="switch"
        className="jp-switch cm-Switch"
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-caption`}
        onClick={() => onChange(!isOn)}
      >
        <div className="jp-switch-track" aria-hidden="true" />
      </button>
    </div>
  );
}
