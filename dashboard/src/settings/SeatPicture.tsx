import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Outcome } from '../view/Outcome'
import { useUndo } from '../view/Undo'
import { useRemovePicture, useSavePicture } from './seats'

const LARGEST_BYTES = 1024 * 1024

/** A picture of the room behind the plan; taking it away can be undone. */
export function SeatPicture({ has, onChanged }: { has: boolean; onChanged: () => void }) {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const save = useSavePicture(id)
  const remove = useRemovePicture(id)
  const [tooLarge, setTooLarge] = useState(false)
  const { offer, bar } = useUndo()
  const choose = (file: File | null) => {
    if (!file) return
    setTooLarge(file.size > LARGEST_BYTES)
    if (file.size <= LARGEST_BYTES) save.mutate(file, { onSuccess: onChanged })
  }
  const takeAway = () =>
    remove.mutate(undefined, {
      onSuccess: (picture) =>
        offer(t('seats.pictureRemoved'), () => save.mutate(picture, { onSuccess: onChanged })),
    })
  return (
    <div className="seat-picture">
      <FileButton accept="image/png,image/jpeg,image/webp" onChange={choose}>
        {(props) => (
          <Button {...props} variant="default" loading={save.isPending}>
            {t('seats.picture')}
          </Button>
        )}
      </FileButton>
      <span className="quiet">{t('seats.pictureHint')}</span>
      {has && (
        <Button variant="default" loading={remove.isPending} onClick={takeAway}>
          {t('seats.pictureRemove')}
        </Button>
      )}
      {tooLarge && <p role="alert">{t('seats.pictureLarge')}</p>}
      <Outcome of={save} />
      <Outcome of={remove} done="" />
      {bar}
    </div>
  )
}
