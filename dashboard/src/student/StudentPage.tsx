import './words'

export function StudentPage() {
  return <main />
}
