import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useUndo } from '../class-page/undo'
import { Answer } from '../view/Answer'
import { useFailureInWords } from '../view/failure'
import { Part } from '../view/View'
import { useDecideClaim, useJoinClaims, type JoinClaim } from './students'

const REASONS = ['already_joined', 'not_on_roster'] as const

/** Who waits to join; a decision can be taken back for a moment before it is sent. */
export function JoinClaimsPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const claims = useJoinClaims(id)
  const { mutateAsync: decide } = useDecideClaim(id)
  const failed = useFailureInWords()
  const { soon, pending } = useUndo()
  const choose = ({ id: claim, name }: JoinClaim, accept: boolean) =>
    soon({
      key: deciding(claim),
      text: t(accept ? 'claims.accepted' : 'claims.refused', { name }),
      run: () => decide({ claim, accept }),
      failed,
    })
  return (
    <Part title={t('claims.title')} hint={t('claims.hint')}>
      <Answer query={claims}>
        {(known) => {
          const open = known.filter((claim) => !pending.has(deciding(claim.id)))
          return open.length === 0 ? (
            <p className="quiet">{t('claims.none')}</p>
          ) : (
            <ul className="claims">
              {open.map((claim) => (
                <Claim key={claim.id} claim={claim} onChoose={(accept) => choose(claim, accept)} />
              ))}
            </ul>
          )
        }}
      </Answer>
    </Part>
  )
}

function deciding(claim: string): string {
  return `decide ${claim}`
}

function Claim({ claim, onChoose }: { claim: JoinClaim; onChoose: (accept: boolean) => void }) {
  const { t } = useTranslation('settings')
  const { name, studentNumber } = claim
  const reason = REASONS.find((one) => one === claim.reason) ?? 'other'
  return (
    <li>
      <span>
        <strong>{name}</strong> {studentNumber && t('claims.number', { number: studentNumber })}
        <br />
        <span className="quiet">{t(`claims.reasons.${reason}`)}</span>
      </span>
      <Button size="xs" aria-label={t('claims.acceptOf', { name })} onClick={() => onChoose(true)}>
        {t('claims.accept')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('claims.refuseOf', { name })}
        onClick={() => onChoose(false)}
      >
        {t('claims.refuse')}
      </Button>
    </li>
  )
}
