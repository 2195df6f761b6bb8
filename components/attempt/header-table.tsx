/** Headers by name and value, as they were sent or received. */
export function HeaderTable({ label, headers }: { label: string; headers: Readonly<Record<string, string>> }) {
  const rows = Object.entries(headers)
  if (rows.length === 0) return null
  return (
    <table aria-label={label} className="w-full table-fixed border-separate border-spacing-0 text-xs">
      <thead>
        <tr>
          <th scope="col" className="w-2/5 border-b pb-1.5 text-left font-medium text-soft sm:w-52">
            {label}
          </th>
          <th scope="col" className="border-b pb-1.5">
            <span className="sr-only">Value</span>
          </th>
        </tr>
      </thead>
      <tbody className="font-mono">
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row" className="border-b py-1.5 pr-4 text-left align-top font-normal break-words text-muted">
              {name}
            </th>
            <td className="border-b py-1.5 align-top break-all text-ink">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
