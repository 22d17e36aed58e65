import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

interface IconActionProps {
  readonly label: string
  readonly onClick: () => void
  readonly loading?: boolean
  readonly children: ReactNode
}

/** A button that is an icon, with its words as a tooltip and for screen readers. */
export function IconAction({ label, onClick, loading = false, children }: IconActionProps) {
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon variant="default" size="lg" aria-label={label} onClick={onClick} loading={loading}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
