package de.schulpakt.notice.hook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Sends a message over HTTP, to addresses that may be sent to and no other. */
@ApplicationScoped
class HookSender {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(HookSender.class.getName());
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new Checked())
                    .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(ANSWER).build()).build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(ANSWER).setConnectionRequestTimeout(ANSWER).build())
            .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching().disableContentCompression()
            .setUserAgent("Schulpakt").build();

    /** The names are resolved here, and the connection goes to what was checked. */
    private static final class Checked implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return HookAddresses.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** The status of the answer; what follows it is not read, however long it is. */
    int send(Outgoing message, Instant now) throws IOException {
        if (!HookAddresses.may(message.url())) {
            throw new UnknownHostException(message.url());
        }
        String time = String.valueOf(now.getEpochSecond());
        HttpPost post = new HttpPost(message.url());
        post.setHeader("Schulpakt-Event", message.eventId());
        post.setHeader("Schulpakt-Signature", "t=" + time + ",v1=" + signature(message.secret(), time, message.body()));
        post.setHeader("Connection", "close");
        post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        ClassicHttpResponse response = client.executeOpen(null, post, null);
        int status = response.getCode();
        post.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "the rest of an answer was not read", e);
        }
        return status;
    }

    /** HMAC-SHA256 of time, a dot and the body, in hexadecimal digits. */
    static String signature(byte[] secret, String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }

    /** A message that is to be sent now. */
    record Outgoing(Long id, String url, byte[] secret, String eventId, String body) {
    }
}
