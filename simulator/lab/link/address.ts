/** Whether a text is an IPv4 or IPv6 address as a visitor may have it. */
export const isAddress = (text: string): boolean => (text.includes(':') ? isIpv6(text) : isIpv4(text));

const isIpv4 = (text: string) =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => +part <= 255);

function isIpv6(text: string): boolean {
  if (text.length > 39 || !/^[0-9a-fA-F:]+$/.test(text)) return false;
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return (
    groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) &&
    (halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8)
  );
}
