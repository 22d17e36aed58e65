import './words'

export function WallView() {
  return <main />
}
