import './words'

export function TimeView() {
  return <main />
}
