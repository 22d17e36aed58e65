import './words'

export function MapView() {
  return <main />
}
