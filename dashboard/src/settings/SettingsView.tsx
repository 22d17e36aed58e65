import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { Answer } from '../view/Answer'
import { View } from '../view/View'
import { Changeable } from './Changeable'
import { ClassPart } from './ClassPart'
import { JoinCodePart } from './JoinCodePart'
import { KeysPart } from './KeysPart'
import { LessonsPart } from './LessonsPart'
import { useMayChange, useMembers } from './members'
import { MembersPart } from './MembersPart'
import { SeatsPart } from './SeatsPart'
import './settings.css'
import { StudentsPart } from './StudentsPart'
import './words'

const PARTS = ['class', 'students', 'seats', 'members', 'lessons', 'keys'] as const
type PartName = (typeof PARTS)[number]

/** What a class is set to; assistants see it, teachers change it. */
export function SettingsView() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const [parameters] = useSearchParams()
  const part = PARTS.find((name) => name === parameters.get('part')) ?? 'class'
  const members = useMembers(id)
  const { mayChange } = useMayChange(id)
  return (
    <View title={t('title')}>
      <nav aria-label={t('parts.label')} className="settings-parts">
        {PARTS.map((name) => (
          <Link key={name} to={`?part=${name}`} aria-current={name === part ? 'page' : undefined}>
            {t(`parts.${name}`)}
          </Link>
        ))}
      </nav>
      <Answer query={members}>
        {() => (
          <>
            {!mayChange && (
              <Alert color="blue" variant="light" role="note">
                {t('readOnly')}
              </Alert>
            )}
            {part === 'students' ? (
              <StudentsPart mayChange={mayChange} />
            ) : (
              <Changeable mayChange={mayChange}>
                <Content part={part} />
              </Changeable>
            )}
          </>
        )}
      </Answer>
    </View>
  )
}

function Content({ part }: { part: Exclude<PartName, 'students'> }) {
  switch (part) {
    case 'class':
      return (
        <>
          <ClassPart />
          <JoinCodePart />
        </>
      )
    case 'seats':
      return <SeatsPart />
    case 'members':
      return <MembersPart />
    case 'lessons':
      return <LessonsPart />
    case 'keys':
      return <KeysPart />
  }
}
