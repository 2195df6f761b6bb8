/** Events, a detection, and the destinations its alerts branch to. */
export function RouteDrawing() {
  return (
    <svg
      aria-hidden="true"
      width="168"
      height="72"
      viewBox="0 0 168 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    >
      <path d="M2 24h22M2 36h22M2 48h22" strokeDasharray="2 5" />
      <rect x="30" y="22" width="44" height="28" rx="6" className="fill-sunken" />
      <path d="m45 36 5 5 9-10" className="stroke-accent-ink" strokeWidth="2" />
      <path d="M74 36h16c12 0 10-20 24-20h14M90 36h38" className="stroke-accent-ink" />
      <path d="M90 36c12 0 10 20 24 20h14" strokeDasharray="2 5" />
      <circle cx="137" cy="16" r="7" className="fill-sunken" />
      <circle cx="137" cy="36" r="7" className="fill-sunken" />
      <circle cx="137" cy="56" r="7" strokeDasharray="2 4" />
    </svg>
  )
}
