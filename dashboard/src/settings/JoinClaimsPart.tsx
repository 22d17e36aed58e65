import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { useUndo } from '../view/Undo'
import { Part } from '../view/View'
import { useDecideClaim, useJoinClaims, type JoinClaim } from './students'

const REASONS = ['already_joined', 'not_on_roster'] as const

/** Who waits to join; a decision can be taken back for ten seconds before it is sent. */
export function JoinClaimsPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const claims = useJoinClaims(id)
  const decide = useDecideClaim(id)
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const { offer, bar } = useUndo()
  const choose = ({ id: claim, name }: JoinClaim, accept: boolean) => {
    setDecided((before) => new Set(before).add(claim))
    const show = () => setDecided((before) => new Set([...before].filter((one) => one !== claim)))
    offer(t(accept ? 'claims.accepted' : 'claims.refused', { name }), show, () =>
      decide.mutate({ claim, accept }, { onError: show }),
    )
  }
  return (
    <Part title={t('claims.title')} hint={t('claims.hint')}>
      <Answer query={claims}>
        {(known) => {
          const open = known.filter((claim) => !decided.has(claim.id))
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
      <Outcome of={decide} done="" />
      {bar}
    </Part>
  )
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
