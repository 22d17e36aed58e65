import './words'

export function ErrorsView() {
  return <main />
}
