import { TextInput } from '@mantine/core'

interface RosterFieldProps {
  readonly label: string
  readonly value: string
  readonly onType: (text: string) => void
  /** The field was left, or Enter was pressed in it. */
  readonly onLeave: () => void
}

/** A field of the roster that is changed where it stands. */
export function RosterField({ label, value, onType, onLeave }: RosterFieldProps) {
  return (
    <TextInput
      size="xs"
      aria-label={label}
      maxLength={100}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        // While a Japanese word is being composed, Enter belongs to it.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onLeave()
      }}
    />
  )
}
