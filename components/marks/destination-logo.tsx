/** The logo of a destination type, drawn in one colour that suits the theme; decorative, the name stands beside it. */
export function DestinationLogo({ type, size = 28 }: { type: string; size?: 20 | 28 | 40 }) {
  const mask = `url("/api/destination-types/${encodeURIComponent(type)}/icon") center / contain no-repeat`
  return (
    <span
      aria-hidden="true"
      style={{ width: size, height: size }}
      className="grid shrink-0 place-items-center rounded-md border bg-raised text-ink"
    >
      <span style={{ width: size * 0.6, height: size * 0.6, mask }} className="bg-current" />
    </span>
  )
}
