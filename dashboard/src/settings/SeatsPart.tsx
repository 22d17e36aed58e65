import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Answer } from '../view/Answer'
import { Part } from '../view/View'
import { SeatEditor } from './SeatEditor'
import { useStoredSeats } from './seats'
import { useClassStudents } from './students'

/** Where who sits, so that "by seat" looks like the room. */
export function SeatsPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const seats = useStoredSeats(id)
  const students = useClassStudents(id)
  return (
    <Part title={t('seats.title')} hint={t('seats.hint')}>
      <Answer query={students}>
        {(known) => (
          <Answer query={seats}>
            {(plan) =>
              known.length === 0 ? (
                <p>{t('seats.none')}</p>
              ) : (
                <SeatEditor students={known} stored={plan.seats} picture={plan.picture} />
              )
            }
          </Answer>
        )}
      </Answer>
    </Part>
  )
}
