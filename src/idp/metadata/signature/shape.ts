import { certificatesIn } from "../metadata.js";
import { ds } from "../names.js";
import { attribute, childrenOf, type Located, type XmlElement } from "../xml/element.js";
import { canonicalizations, digestMethods, enveloped, prefixList, signatureMethods } from "./algorithms.js";

/** A signature that covers the whole file, when it is intact. */
export interface Signature {
  readonly element: XmlElement;
  /** Such as `RSA-SHA256`. */
  readonly method: string;
  readonly digest: string;
  /** Of `KeyInfo`: whoever signed put them there, so they prove nothing about who that was. */
  readonly certificates: readonly Located[];
}

/** Why a signature is not even computed. */
export interface Misshapen {
  readonly element: XmlElement;
  /** `unknown`: it may be right, but its algorithm is not known here. `refused`: it is no signature of this file. */
  readonly why: "unknown" | "refused";
  readonly message: string;
}

/** Every element of a document, itself first. */
function everyElement(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The signature of a file, null without one. Where several readings are possible it is refused. */
export function signatureOf(root: XmlElement): Signature | Misshapen | null {
  const all = everyElement(root);
  const [element, second] = all.filter(({ namespace, name }) => namespace === ds && name === "Signature");
  if (element === undefined) return null;
  const refused = (message: string): Misshapen => ({ element, why: "refused", message });
  if (second !== undefined) return refused("there are several signatures");
  if (!root.children.includes(element)) return refused("it does not stand directly in the root element");
  const inside = everyElement(element);
  if (
    inside.some(
      (e) => e.namespace !== ds && !(e.namespace === prefixList.namespace && e.name === prefixList.name),
    )
  ) {
    return refused("it has elements that do not belong there");
  }
  if (all.some((e) => e.name === "SignedInfo" && !inside.includes(e))) {
    return refused("there is a SignedInfo outside of it");
  }
  return parts(root, element, all);
}

function parts(root: XmlElement, element: XmlElement, all: readonly XmlElement[]): Signature | Misshapen {
  const refused = (message: string): Misshapen => ({ element, why: "refused", message });
  const info = only(element, "SignedInfo");
  const reference = only(info, "Reference");
  const transforms = only(reference, "Transforms");
  const isComplete = only(element, "SignatureValue") !== null && only(element, "KeyInfo") !== null;
  if (info === null || reference === null || transforms === null || !isComplete) {
    return refused("it has not exactly one SignedInfo, Reference, Transforms, SignatureValue and KeyInfo");
  }
  if (childrenOf(element, ds, "Object").length > 0) return refused("it brings content of its own");
  const uri = attribute(reference, "URI")?.value ?? null;
  if (!isWholeFile(uri, root, all)) return refused(`it signs "${uri ?? ""}", which is not the root element`);
  const steps = childrenOf(transforms, ds, "Transform").map(algorithm);
  const [first, second, third] = steps;
  const isKnown = second === undefined || canonicalizations.has(second);
  if (first !== enveloped || !isKnown || third !== undefined) {
    return refused(`it signs what ${steps.map((s) => `"${s}"`).join(", ")} make of the file`);
  }
  const method = algorithm(only(info, "SignatureMethod"));
  if (method.includes("hmac")) return refused(`"${method}" takes a secret, which anybody could choose`);
  const digest = algorithm(only(reference, "DigestMethod"));
  const form = algorithm(only(info, "CanonicalizationMethod"));
  const [signed, digested] = [signatureMethods.get(method), digestMethods.get(digest)];
  if (signed === undefined || digested === undefined || !canonicalizations.has(form)) {
    const unknown = signed === undefined ? method : digested === undefined ? digest : form;
    return { element, why: "unknown", message: `it uses "${unknown}"` };
  }
  return { element, method: signed, digest: digested, certificates: certificatesIn(element) };
}

/** True when a reference means the root element, and no other can be meant. */
function isWholeFile(uri: string | null, root: XmlElement, all: readonly XmlElement[]): boolean {
  if (uri === "") return true;
  const id = attribute(root, "ID")?.value ?? "";
  if (uri === null || id === "" || uri !== `#${id}`) return false;
  const isId = (name: string) => ["id", "Id", "ID"].includes(name);
  const same = all.flatMap((e) => e.attributes).filter((a) => isId(a.name) && a.value === id);
  return same.length === 1;
}

function only(element: XmlElement | null, name: string): XmlElement | null {
  const [first, second] = element === null ? [] : childrenOf(element, ds, name);
  return second === undefined ? (first ?? null) : null;
}

function algorithm(element: XmlElement | null): string {
  return element === null ? "" : (attribute(element, "Algorithm")?.value ?? "");
}
