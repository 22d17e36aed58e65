import './words'

export function ReportView() {
  return <main />
}
