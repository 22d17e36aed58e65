import { Button } from '@mantine/core'
import { Link } from 'react-router'

/** A link that looks like the button of a panel. */
export function ButtonLink({ to, children }: { to: string; children: string }) {
  return (
    <Button component={Link} to={to}>
      {children}
    </Button>
  )
}
