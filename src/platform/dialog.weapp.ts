/** A mini program has neither focus nor Escape; the mask and the button close. */
export function useDialog(_id: string, _open: boolean, _onClose: () => void): void {}
