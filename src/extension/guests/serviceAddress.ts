/** Why a service at the address is not asked, in English; undefined when it may be. */
export function serviceProblem(address: string, allowOtherHosts: boolean): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'hashiya.detectors.http.url is no address';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return 'hashiya.detectors.http.url is neither http nor https';
  }
  if (url.username !== '' || url.password !== '') {
    return 'hashiya.detectors.http.url must not hold a name or password';
  }
  if (isThisMachine(url.hostname) || allowOtherHosts) return undefined;
  return (
    'hashiya.detectors.http.url is not on this machine; articles would leave it. ' +
    'Set hashiya.detectors.http.allowOtherHosts if that is what you want'
  );
}

/** Addresses of the loopback range, as the URL standard writes hosts. */
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
