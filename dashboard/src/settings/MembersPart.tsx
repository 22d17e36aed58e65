import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { RequestFailed } from '../api/client'
import { useClassEntry } from '../class-page/class-entry'
import { useUndo } from '../class-page/undo'
import { useSignedIn } from '../session/SessionGate'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { ROLES, useMembers, useRemoveMember, useSetMember, type Member, type Role } from './members'

/** Who teaches and assists here; every change can be taken back. */
export function MembersPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const members = useMembers(id)
  const set = useSetMember(id)
  const remove = useRemoveMember(id)
  const { done } = useUndo()
  const giveBack = ({ username, role }: Member) => set.mutate({ username, role: roleOf(role) })
  const changed = (member: Member, text: string) =>
    done({ key: `member ${member.username}`, text, undo: () => giveBack(member) })
  const change = (member: Member, role: Role) => {
    const words = { name: member.displayName, role: t(`members.roles.${role}`) }
    set.mutate(
      { username: member.username, role },
      { onSuccess: () => changed(member, t('members.changed', words)) },
    )
  }
  const leave = (member: Member) =>
    remove.mutate(member.username, {
      onSuccess: () => changed(member, t('members.removed', { name: member.displayName })),
    })
  const lastTeacher = [set, remove].some(({ error }) => statusOf(error) === 409)
  return (
    <Part title={t('members.title')} hint={t('members.hint')}>
      <Answer query={members}>
        {(known) => (
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t('members.name')}</th>
                <th scope="col">{t('members.username')}</th>
                <th scope="col">{t('members.role')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {known.map((member) => (
                <MemberRow
                  key={member.account}
                  member={member}
                  onChange={(role) => change(member, role)}
                  onRemove={() => leave(member)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      {lastTeacher ? (
        <p role="alert">{t('members.last')}</p>
      ) : (
        <Outcome of={set.isError ? set : remove} done="" />
      )}
      <NewMember />
    </Part>
  )
}

interface MemberRowProps {
  readonly member: Member
  readonly onChange: (role: Role) => void
  readonly onRemove: () => void
}

function MemberRow({ member, onChange, onRemove }: MemberRowProps) {
  const { t } = useTranslation('settings')
  const { username } = useSignedIn()
  return (
    <tr>
      <th scope="row">
        {member.displayName} {member.username === username && `(${t('members.you')})`}
      </th>
      <td>{member.username}</td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`${t('members.role')}: ${member.displayName}`}
          value={member.role}
          onChange={(event) => onChange(roleOf(event.currentTarget.value))}
          data={ROLES.map((role) => ({ value: role, label: t(`members.roles.${role}`) }))}
        />
      </td>
      <td>
        <CloseButton aria-label={t('members.remove', { name: member.displayName })} onClick={onRemove} />
      </td>
    </tr>
  )
}

function NewMember() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const add = useSetMember(id)
  const form = useForm({
    initialValues: { username: '', role: 'assistant' },
    validate: { username: (value) => (value.trim() === '' ? t('required') : null) },
  })
  const submit = ({ username, role }: { username: string; role: string }) =>
    add.mutate({ username: username.trim(), role: roleOf(role) }, { onSuccess: () => form.reset() })
  return (
    <form className="settings-line" aria-label={t('members.addTitle')} onSubmit={form.onSubmit(submit)}>
      <TextInput
        label={t('members.addTitle')}
        placeholder={t('members.username')}
        autoCapitalize="none"
        {...form.getInputProps('username')}
      />
      <NativeSelect
        label={t('members.role')}
        data={ROLES.map((role) => ({ value: role, label: t(`members.roles.${role}`) }))}
        {...form.getInputProps('role')}
      />
      <Button type="submit" variant="default" loading={add.isPending}>
        {t('members.add')}
      </Button>
      {statusOf(add.error) === 404 ? <p role="alert">{t('members.unknown')}</p> : <Outcome of={add} />}
    </form>
  )
}

function roleOf(text: string): Role {
  return text === 'teacher' ? 'teacher' : 'assistant'
}

function statusOf(error: Error | null): number | null {
  return error instanceof RequestFailed ? error.status : null
}
