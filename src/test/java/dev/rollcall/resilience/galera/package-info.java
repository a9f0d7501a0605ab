/// The service on a Galera cluster: {@link dev.rollcall.resilience.galera.GaleraCluster} runs three servers on
/// this machine, of which tests kill one while replicas write through all of them.
@NullMarked
package dev.rollcall.resilience.galera;

import org.jspecify.annotations.NullMarked;
