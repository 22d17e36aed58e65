import './words'

export function NotebookView() {
  return <main />
}
