type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The fields that somebody wrote in since the page was opened. */
export class TypedFields {
  private readonly fields = new Set<Field>()

  /** Hears of every field of the page until the returned function is called. */
  listen(page: Document): () => void {
    const heard = ({ target }: Event) => {
      if (isField(target) && counts(target)) this.fields.add(target)
    }
    page.addEventListener('input', heard, true)
    return () => page.removeEventListener('input', heard, true)
  }

  /** Whether one of them is still on screen and not empty. */
  any(): boolean {
    for (const field of this.fields) if (!field.isConnected) this.fields.delete(field)
    return [...this.fields].some((field) => field.type === 'file' || field.value !== '')
  }
}

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

/** Orders and filters are kept elsewhere; in a form a choice is part of what will be sent. */
function counts(field: Field): boolean {
  const choice = field instanceof HTMLSelectElement || ['radio', 'checkbox'].includes(field.type)
  return !choice || field.form !== null
}
