import './words'

export function HelpView() {
  return <main />
}
