/** The address or port of a URL is one that sources may not live on. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

/** No connection was made, and nothing was sent. */
export class ConnectFailed extends Error {
  override name = 'ConnectFailed';
  readonly phase: 'dns' | 'connect' | 'tls' | 'timeout';

  constructor(phase: ConnectFailed['phase'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.phase = phase;
  }
}
