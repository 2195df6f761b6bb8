/** The product's mark: one track that parts into two; decorative. */
export function SwitchyardMark({ size = 20 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" className="shrink-0">
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <path
        d="M5 12h3.5C13 12 12.5 7 17 7h2M8.5 12C13 12 12.5 17 17 17h2"
        fill="none"
        stroke="#fff"
        strokeWidth="2.1"
        strokeLinecap="round"
      />
      <circle cx="5.6" cy="12" r="1.9" fill="#fff" />
    </svg>
  )
}
