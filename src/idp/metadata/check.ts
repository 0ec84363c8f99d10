import type { ProviderName, ServiceProvider } from "../../catalog/identity-provider/identity-provider.js";
import { entityIdRegion } from "../../catalog/identity-provider/urls.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { compareDiagnostics } from "../../diagnostic/order.js";
import { fitsAws } from "./fits-aws.js";
import { isFrom, isOfTheOtherSide } from "./is-from.js";
import { type MetadataFile, type OpenedFile, openFile } from "./open-file.js";
import { readProvider, type Subject } from "./read-provider.js";
import { serviceProviderOf } from "./read-service-provider.js";
import { type Rotation, rotationOf } from "./rotation.js";
import { brokenRules } from "./rules/all.js";
import { saysTheSame } from "./says-the-same.js";
import { checkSignature, type SignatureState } from "./signature/check-signature.js";
import type { XmlElement } from "./xml/element.js";

export interface CheckInput extends MetadataFile {
  /** The file that AWS has now; null when none was given. */
  readonly previous: MetadataFile | null;
  /** Whose file it must be; null is anybody's. */
  readonly provider: ProviderName | null;
  readonly now: Date;
}

/** What a file is: an identity provider's, a service provider's, or neither. */
export interface Checked {
  readonly file: string;
  readonly subject: Subject | null;
  /** Null when the file is no identity provider's. */
  readonly signature: SignatureState | null;
  /** Its region is null when it is not Identity Center. */
  readonly serviceProvider: (ServiceProvider & { readonly region: string | null }) | null;
  /** Null without two identity providers to compare. */
  readonly rotation: Rotation | null;
  /** By place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the files, for the lines that findings are about. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Everything that can be said of SAML metadata before a person uploads it. */
export function checkMetadata(input: CheckInput): Checked {
  const next = openFile(input);
  const previous = input.previous === null ? null : openFile(input.previous);
  const about =
    next.subject !== null
      ? aboutProvider(next.subject, next.text, previous, input)
      : next.serviceProvider !== null
        ? aboutServiceProvider(next.serviceProvider, input)
        : { diagnostics: [] };
  const diagnostics = [
    ...next.diagnostics,
    ...fitsAws(next),
    ...about.diagnostics,
    ...(previous === null ? [] : problemsOf(previous)),
  ].sort(compareDiagnostics);
  const texts = new Map(
    (previous === null ? [next] : [previous, next]).map(({ file, text }) => [file, text]),
  );
  const nothing = { subject: null, signature: null, serviceProvider: null, rotation: null };
  return { ...nothing, ...about, file: next.file, diagnostics, texts };
}

function aboutProvider(
  subject: Subject,
  text: string,
  previous: OpenedFile | null,
  { file, provider, now }: CheckInput,
) {
  const { root, metadata, certificates } = subject;
  const { diagnostics: found, ...signature } = checkSignature(text, root, (signed) =>
    saysTheSame(readProvider(signed, file).subject, subject),
  );
  const rotation =
    previous?.subject == null ? null : rotationOf(previous.subject, subject, previous.file, now);
  const diagnostics = [
    ...brokenRules({ metadata, certificates, now }),
    ...found,
    ...isFrom(provider, subject),
    ...(rotation?.diagnostics ?? []),
  ];
  return { subject, signature, rotation, diagnostics };
}

function aboutServiceProvider(entity: XmlElement, { provider, previous }: CheckInput) {
  const { serviceProvider, diagnostics } = serviceProviderOf(entity);
  const isWanted = provider === null && previous === null;
  const region = entityIdRegion(serviceProvider?.entityId ?? "");
  return {
    serviceProvider: serviceProvider === null ? null : { ...serviceProvider, region },
    diagnostics: [...diagnostics, ...(isWanted ? [] : isOfTheOtherSide(entity))],
  };
}

/** The file in use is only compared, so what is merely doubtful in it does not matter any more. */
function problemsOf({ diagnostics, serviceProvider }: OpenedFile): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return serviceProvider === null ? errors : [...errors, ...isOfTheOtherSide(serviceProvider)];
}
