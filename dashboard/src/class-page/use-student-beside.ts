import { useSearchParams } from 'react-router'

/** Which student is beside the view; opening and closing changes the address, so that the browser's way back works. */
export function useStudentBeside() {
  const [parameters, setParameters] = useSearchParams()
  const show = (student: string | null) =>
    setParameters((now) => {
      const next = new URLSearchParams(now)
      if (student === null) next.delete('student')
      else next.set('student', student)
      return next
    })
  return { student: parameters.get('student'), open: show, close: () => show(null) }
}
