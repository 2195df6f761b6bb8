/** A person as initials; decorative, the name stands beside it. */
export function Avatar({ name, size = 24 }: { name: string; size?: number }) {
  const words = name.trim().split(/\s+/)
  const initials = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('')
  return (
    <span
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size * 0.42 }}
      className="grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-ink uppercase"
    >
      {initials}
    </span>
  )
}
