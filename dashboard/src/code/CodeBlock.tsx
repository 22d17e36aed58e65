import { useTranslation } from 'react-i18next'
import { withoutColours } from './terminal-text'
import './code.css'

interface CodeBlockProps {
  readonly label: string
  readonly text: string
  readonly look?: 'code' | 'output' | 'error'
}

/** Code, an output or an error as it was; scrolls by itself, also by keyboard. */
export function CodeBlock({ label, text, look = 'code' }: CodeBlockProps) {
  const { t } = useTranslation('view')
  return (
    <figure className="code-figure">
      <figcaption>{label}</figcaption>
      {/* Long lines and long outputs are reached by keyboard too. */}
      <pre className="code-block" data-look={look} tabIndex={0} role="region" aria-label={label}>
        <code>{withoutColours(text) || t('code.empty')}</code>
      </pre>
    </figure>
  )
}
