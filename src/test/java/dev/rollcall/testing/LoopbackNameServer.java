package dev.rollcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// A name server on loopback, which the service under test asks. A test starts it and closes it again; while none runs,
/// nobody answers.
public final class LoopbackNameServer implements AutoCloseable {
    private static final String SETTING = "rollcall.domains.resolvers";
    private static final long TTL = 60;
    private static final int LARGEST = 4_096;

    private final DatagramSocket socket;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> questions = new ConcurrentHashMap<>();
    private final Thread thread;

    private LoopbackNameServer(DatagramSocket socket) {
        this.socket = socket;
        thread = Thread.ofPlatform().daemon().name("name server").start(this::serve);
    }

    /// What tells the service to ask a name server on a free port.
    static Map<String, String> settings() {
        try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return Map.of(SETTING, "127.0.0.1:" + free.getLocalPort(), "rollcall.domains.timeout", "1S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts the name server at the address that the service asks.
    ///
    /// @param resolver the value of `rollcall.domains.resolvers`
    public static LoopbackNameServer at(String resolver) {
        var port = Integer.parseInt(resolver.substring(resolver.lastIndexOf(':') + 1));
        try {
            return new LoopbackNameServer(
                    new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts one on a free port, for a service that is told of it by {@link #resolver}.
    public static LoopbackNameServer onFreePort() {
        try {
            return new LoopbackNameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `rollcall.domains.resolvers` is for a service that asks this one.
    public String resolver() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /// Has a TXT record from now, beside those that the name has.
    public void txt(String name, String... strings) {
        add(name, new TXTRecord(name(name), DClass.IN, TTL, List.of(strings)));
    }

    /// Has a CNAME from now.
    public void cname(String name, String target) {
        add(name, new CNAMERecord(name(name), DClass.IN, TTL, name(target)));
    }

    /// Has the name from now, with nothing below it that anybody asks for.
    public void empty(String name) {
        records.putIfAbsent(key(name), new ArrayList<>());
    }

    /// Knows the name no more.
    public void forget(String name) {
        records.remove(key(name));
        failures.remove(key(name));
    }

    /// Answers with this code from now, as in {@link Rcode#SERVFAIL}.
    public void fail(String name, int code) {
        failures.put(key(name), code);
    }

    /// Says nothing when it is asked for this name.
    public void ignore(String name) {
        failures.put(key(name), -1);
    }

    /// Does something before it answers.
    public void meanwhile(String name, Runnable work) {
        meanwhile.put(key(name), work);
    }

    /// How often it was asked for the name.
    public int questions(String name) {
        return questions.getOrDefault(key(name), new AtomicInteger()).get();
    }

    private void add(String name, Record record) {
        records.computeIfAbsent(key(name), _ -> new ArrayList<>()).add(record);
    }

    private void serve() {
        var buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                var query = new byte[packet.getLength()];
                System.arraycopy(packet.getData(), 0, query, 0, query.length);
                var answer = answer(new Message(query));
                if (answer != null) {
                    var bytes = answer.toWire();
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private @Nullable Message answer(Message query) {
        var question = query.getQuestion();
        var key = key(question.getName().toString(true));
        questions.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        meanwhile.getOrDefault(key, () -> {}).run();
        var failure = failures.get(key);
        if (failure != null && failure < 0) {
            return null;
        }
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        var known = records.get(key);
        if (failure != null) {
            answer.getHeader().setRcode(failure);
        } else if (known == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            known.stream()
                    .filter(record -> record.getType() == question.getType() || record.getType() == Type.CNAME)
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Name name(String name) {
        return Name.fromConstantString(name + ".");
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
