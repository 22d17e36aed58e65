import * as React from 'react';

/** A line of text that must be filled in, with its name. */
export function TextField(props: {
  name: string;
  label: string;
  caption?: string;
}): JSX.Element {
  const { name, label, caption } = props;
  return (
    <label className="cm-Field">
      <span className="cm-Setting-label">{label}</span>
      {caption && <span className="cm-Setting-caption">{caption}</span>}
      <input
        className="jp-mod-styled"
        type="text"
        name={name}
        required
        maxLength={100}
        autoComplete="off"
      />
    </label>
  );
}
