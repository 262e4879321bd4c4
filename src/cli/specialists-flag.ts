/** `--specialists a,b` as the list that a plan may use; nothing for `auto`, where the planner chooses. */
export const useOf = (list: string): { use?: string[] } =>
  list === 'auto' ? {} : { use: list.split(',').map((id) => id.trim()) };
