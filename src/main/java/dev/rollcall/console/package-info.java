/// *Access & provisioning*: the page on which an org admin sets provisioning up and sees what it does. The page is
/// static and
/// uses the management API like everybody; here it is served. Start with {@link dev.rollcall.console.ConsoleEndpoint}.
@NullMarked
package dev.rollcall.console;

import org.jspecify.annotations.NullMarked;
