import './words'

export function SettingsView() {
  return <main />
}
