import { createTheme, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import './mantine.css'
import './tokens.css'

const theme = createTheme({ defaultRadius: 'md', respectReducedMotion: true })

/**
 * Mantine without the style elements that it would add at run time: variables and classes come from our style sheets, so
 * that the page needs no exception in the content security policy. (Responsive style props would add some: not used.)
 */
export function Theme({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
