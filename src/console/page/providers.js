// The identity providers, and where each says what. The words are those on their own screens.
export const providers = ['pingone', 'okta', 'entra', 'jumpcloud', 'onelogin', 'google', 'other'];

// Each step is a text of its own, `steps.{provider}.{number}`; the values are those of the three fields.
export const steps = { pingone: 9, okta: 6, entra: 7, jumpcloud: 6, onelogin: 6, google: 5, other: 4 };
