/**
 * Ports from 1024 on where no feed lives but a service does that could be harmed by, or answer to, a stray request:
 * databases, mail, remote shells and desktops, chat, container and cluster controls.
 */
const SERVICE_PORTS = new Set([
  1433, 1434, 1521, 1719, 1720, 1723, 2049, 2181, 2222, 2375, 2376, 2377, 2379, 2380, 2525, 3306, 3389, 3659,
  4045, 4190, 5038, 5060, 5061, 5432, 5433, 5672, 5900, 5901, 5984, 5985, 5986, 6000, 6379, 6380, 6443, 6566,
  6660, 6661, 6662, 6663, 6664, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 7000, 7001, 7199, 7474, 8086, 9042,
  9092, 9160, 9200, 9300, 10080, 10250, 10255, 11211, 11212, 15672, 25565, 26379, 27017, 27018, 27019, 28015,
  28017,
]);

/** Whether a source may be read from this port: 80, 443 and those from 1024 on that are no known service's. */
export function isAllowedPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && port <= 65_535 && !SERVICE_PORTS.has(port));
}
