type ChooseBoxProps = { label: string; checked: boolean; onChange: (on: boolean) => void }

/** The box at the head of a row, as large as a thumb can hit. */
export function ChooseBox({ label, checked, onChange }: ChooseBoxProps) {
  return (
    <label className="-m-2 grid size-10 place-items-center">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        className="size-5 accent-accent"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  )
}
