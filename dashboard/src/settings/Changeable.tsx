import type { ReactNode } from 'react'

/** Parts of the settings whose fields are out of use for whoever only sees them. */
export function Changeable({ mayChange, children }: { mayChange: boolean; children: ReactNode }) {
  return (
    <fieldset className="settings-fields" disabled={!mayChange}>
      {children}
    </fieldset>
  )
}
