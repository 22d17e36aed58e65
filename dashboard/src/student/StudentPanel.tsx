import './words'

export default function StudentPanel({ student, onClose }: { student: string; onClose: () => void }) {
  return (
    <aside data-student={student}>
      <button onClick={onClose}>x</button>
    </aside>
  )
}
