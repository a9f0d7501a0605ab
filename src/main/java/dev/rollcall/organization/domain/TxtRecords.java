package dev.rollcall.organization.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.config.InitializationException;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/// Looks TXT records up as the name servers have them now: nothing is remembered. A CNAME is followed. It takes as long
/// as name servers take, so no transaction may be open meanwhile.
@ApplicationScoped
class TxtRecords {
    private static final Logger LOG = Logger.getLogger(TxtRecords.class);

    private final DomainsConfig config;

    TxtRecords(DomainsConfig config) {
        this.config = config;
    }

    /// Whether there is this record, or what is there instead. Never fails.
    Finding find(ProofRecord wanted) {
        try {
            var name = Name.fromString(wanted.name(), Name.root);
            var session = LookupSession.builder().resolver(resolver()).build();
            var found = session.lookupAsync(name, Type.TXT)
                    .toCompletableFuture()
                    .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return found(found.getRecords(), wanted.value());
        } catch (ExecutionException e) {
            return logged(finding(e.getCause()), wanted, e);
        } catch (TimeoutException | InitializationException e) {
            return logged(Finding.NO_ANSWER, wanted, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return logged(Finding.NO_ANSWER, wanted, e);
        } catch (TextParseException e) {
            throw new IllegalStateException("Not a name in DNS: " + wanted.name(), e);
        }
    }

    private static Finding found(List<Record> records, String value) {
        var texts = records.stream()
                .filter(TXTRecord.class::isInstance)
                .map(record ->
                        String.join("", ((TXTRecord) record).getStrings()).strip())
                .toList();
        if (texts.isEmpty()) {
            return Finding.NO_RECORD;
        }
        return texts.contains(value) ? Finding.FOUND : Finding.OTHER_VALUE;
    }

    private static Finding finding(@Nullable Throwable failure) {
        return switch (failure) {
            case NoSuchDomainException _ -> Finding.NO_SUCH_NAME;
            case NoSuchRRSetException _ -> Finding.NO_RECORD;
            // Among them are all that name servers answer with, such as SERVFAIL and endless redirections.
            case LookupFailedException lookup
            when !(lookup.getCause() instanceof IOException) -> Finding.SERVER_FAILURE;
            case null, default -> Finding.NO_ANSWER;
        };
    }

    private static Finding logged(Finding finding, ProofRecord wanted, Throwable reason) {
        LOG.debugf("TXT %s: %s (%s)", wanted.name(), finding, reason);
        return finding;
    }

    /// Asks each in turn, and again, within the time that there is.
    private Resolver resolver() throws InitializationException {
        var each = config.timeout().dividedBy(2);
        var resolvers = servers().stream().map(server -> resolver(server, each)).toList();
        var all = new ExtendedResolver(resolvers);
        all.setTimeout(config.timeout());
        return all;
    }

    private static Resolver resolver(InetSocketAddress server, Duration timeout) {
        var resolver = new SimpleResolver(server);
        resolver.setTimeout(timeout);
        return resolver;
    }

    // Read anew each time, as the machine may have moved.
    private List<InetSocketAddress> servers() throws InitializationException {
        if (config.resolvers().isPresent()) {
            return config.resolvers().get().stream()
                    .map(NameServer::parse)
                    .flatMap(Optional::stream)
                    .toList();
        }
        var machine = new ResolvConfResolverConfigProvider();
        machine.initialize();
        return machine.servers();
    }
}
