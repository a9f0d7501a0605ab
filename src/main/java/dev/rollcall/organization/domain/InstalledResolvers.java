package dev.rollcall.organization.domain;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;

/// In the native executable, the resolvers of the machine as dnsjava finds them: the file of its name servers alone.
/// Its other ways need Windows, Android and JNDI, whose classes an executable cannot even name.
@SuppressWarnings("UnusedVariable") // they are the fields of the other class
@TargetClass(ResolverConfig.class)
final class InstalledResolvers {
    @Alias
    private List<InetSocketAddress> servers;

    @Alias
    private List<Name> searchlist;

    @Alias
    private int ndots;

    @Substitute
    InstalledResolvers() {
        var file = new ResolvConfResolverConfigProvider();
        file.initialize();
        servers = new ArrayList<>(file.servers());
        if (servers.isEmpty()) {
            servers.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53));
        }
        searchlist = new ArrayList<>(file.searchPaths());
        ndots = file.ndots();
    }
}
