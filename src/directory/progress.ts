/** Told how far a read has come, as a phrase such as `40 accounts`; called once per answer of AWS. */
export type Progress = (text: string) => void;
