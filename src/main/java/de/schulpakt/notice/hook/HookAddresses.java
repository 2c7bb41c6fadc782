package de.schulpakt.notice.hook;

import de.schulpakt.platform.Setting;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which addresses may be sent to. */
final class HookAddresses {
    private static final String ALLOWED = "schulpakt.webhook.private";
    private static final int BYTE = 0xff;

    private HookAddresses() {
    }

    /** True for {@code https} outside; {@code http} only to a host that the operator allows. */
    static boolean may(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()) && allowed(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * What a host resolves to, all of it outside or the host allowed.
     *
     * @throws UnknownHostException if there is none, or one of them is not outside
     */
    static InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allowed(host)) {
            for (InetAddress address : addresses) {
                if (!outside(address)) {
                    throw new UnknownHostException(host + " is inside: " + address.getHostAddress());
                }
            }
        }
        return addresses;
    }

    /** True for an address of the public network. */
    static boolean outside(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        if (address instanceof Inet6Address) {
            // only 2000::/3 is given out; of it, 6to4 and Teredo carry addresses of the old kind inside
            return (b[0] & 0xe0) == 0x20 && !(b[0] == 0x20 && b[1] == 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0);
        }
        int first = b[0] & BYTE;
        int second = b[1] & BYTE;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0 || first == 198 && (second == 18 || second == 19 || second == 51 && (b[2] & BYTE) == 100)
                || first == 203 && second == 0 && (b[2] & BYTE) == 113;
        return first != 0 && first < 224 && !shared && !special;
    }

    private static boolean allowed(String host) {
        Set<String> allowed = Arrays.stream(Setting.text(ALLOWED, "").split("[,\\s]+")).map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return allowed.contains(host.toLowerCase(Locale.ROOT));
    }
}
