import { Button, FileButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useUndo } from '../class-page/undo'
import { Outcome } from '../view/Outcome'
import { useRemovePicture, useSavePicture } from './seats'

const LARGEST_BYTES = 1024 * 1024

/** A picture of the room behind the plan; taking it away can be undone. */
export function SeatPicture({ has, onChanged }: { has: boolean; onChanged: () => void }) {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const save = useSavePicture(id)
  const remove = useRemovePicture(id)
  const [tooLarge, setTooLarge] = useState(false)
  const { done } = useUndo()
  const forget = useRef<() => void>(null)
  const choose = (file: File | null) => {
    if (!file) return
    // The same file can be chosen once more.
    forget.current?.()
    setTooLarge(file.size > LARGEST_BYTES)
    if (file.size <= LARGEST_BYTES) save.mutate(file, { onSuccess: onChanged })
  }
  const takeAway = () =>
    remove.mutate(undefined, {
      onSuccess: (picture) =>
        done({
          key: 'picture',
          text: t('seats.pictureRemoved'),
          undo: () => save.mutate(picture, { onSuccess: onChanged }),
        }),
    })
  return (
    <div className="seat-picture">
      <FileButton resetRef={forget} accept="image/png,image/jpeg,image/webp" onChange={choose}>
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
    </div>
  )
}
