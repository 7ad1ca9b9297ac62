const plain = '0123456789+-−=()abcdefghijklmnoprstuvwxyz';
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
const plainBelow = '0123456789+-−=()aehijklmnoprstuvx';
const below = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ';

/** A text raised or lowered by characters that Unicode has for that; undefined where it lacks one of them. */
export function raisedText(text: string, to: 'sub' | 'sup'): string | undefined {
  const [from, into] = to === 'sup' ? [plain, above] : [plainBelow, below];
  const characters = [...text].map((character) => [...into][[...from].indexOf(character)]);
  return characters.some((one) => one === undefined) ? undefined : characters.join('');
}
